package io.gatehouse.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.sandbox.Outcome.Denied;
import io.gatehouse.sandbox.Outcome.Failed;
import io.gatehouse.sandbox.Outcome.Nothing;
import io.gatehouse.sandbox.Outcome.Reason;
import io.gatehouse.sandbox.Outcome.Returned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts can do, and what they cannot, in real processes. */
class SandboxTest {
  private static final List<Path> CLASS_PATH =
      List.of(
          Path.of("target/classes").toAbsolutePath(), Path.of("target/worker/*").toAbsolutePath());
  private static final Sandbox SANDBOX =
      new Sandbox(CLASS_PATH, new Limits(Duration.ofMillis(1_500), 64, 1, 100));

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  @Test
  void aScriptMakesAnObjectOfItsInput() {
    assertEquals(
        new Returned("{\"hello\":\"Ada\",\"n\":[1,2]}"),
        run("const f = ({ name }) => ({ hello: name, n: [1, 2], gone: undefined })"));
  }

  @Test
  void aScriptMayWait() {
    assertEquals(
        new Returned("\"Ada!\""),
        run(
            "const f = async ({ name }) => { await null; return await Promise.resolve(name + '!') }"));
  }

  @Test
  void aFunctionDeclarationAndAVariableAreBothFound() {
    assertEquals(new Returned("1"), run("function f() { return 1 }"));
    assertEquals(new Returned("2"), run("var f = function () { return 2 }"));
    assertEquals(new Returned("3"), run("globalThis.f = () => 3"));
  }

  @Test
  void nothingIsNotNull() {
    assertEquals(new Nothing(), run("const f = () => {}"));
    assertEquals(new Nothing(), run("const f = () => () => 1"));
    assertEquals(new Returned("null"), run("const f = () => null"));
  }

  @Test
  void aDenialCannotBeTakenBack() {
    assertEquals(
        new Denied("Not today"), run("const f = ({ api }) => api.denyAccess('Not today')"));
    assertEquals(
        new Denied("Not today"),
        run("const f = ({ api }) => { try { api.denyAccess('Not today') } catch {} return {} }"));
    assertEquals(
        new Denied("Access denied."),
        run("const f = async ({ api }) => { await 1; api.denyAccess() }"));
  }

  @Test
  void whatAScriptThrowsIsToldWithItsPlace() {
    Failed failed = failed("const f = () => {\n  return undefined.x;\n}");
    assertEquals(Reason.THREW, failed.reason());
    assertEquals("TypeError", failed.name());
    assertTrue(failed.stack().contains("script.js:2"), failed.stack());
    assertEquals("plain", failed("const f = () => { throw 'plain' }").message());
    assertEquals("later", failed("const f = async () => { throw new Error('later') }").message());
    assertEquals("SyntaxError", failed("const f = () => {").name());
    assertTrue(failed("const g = 1").message().contains("declares no function f"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Java.type('java.lang.System')",
        "Packages.java.lang.System",
        "java.lang.System.exit(5)",
        "process.exit(5)",
        "require('fs')",
        "Polyglot.import('x')",
        "Graal.versionECMAScript",
        "load('/etc/passwd')",
        "this.constructor.constructor('return process')().exit()",
        "(() => {}).constructor('return Java')()",
        "new Function('return Java')()",
        "(0, eval)('Java')",
        "api.denyAccess.constructor('return Java')()",
        "fetch('http://localhost')",
        "setTimeout(() => {}, 1)",
        "new SharedArrayBuffer(1)",
        "new Worker('x')",
        "WebAssembly.Module"
      })
  void nothingOfTheHostIsInReach(String reach) {
    Failed failed = failed("const f = ({ api }) => { return String(" + reach + ") }");
    assertEquals(Reason.THREW, failed.reason(), failed.toString());
    assertEquals("ReferenceError", failed.name(), failed.toString());
  }

  @Test
  void modulesCannotBeImported() {
    assertEquals(
        Reason.THREW,
        failed("const f = async () => String(await import('file:///etc/passwd'))").reason());
    assertEquals(Reason.THREW, failed("import x from '/etc/passwd'; const f = () => x").reason());
  }

  @Test
  void noScriptSeesWhatAnotherOneHasLeft() {
    run("globalThis.left = 1; Object.prototype.left = 1; const f = () => 1");
    assertEquals(
        new Returned("[\"undefined\",\"undefined\"]"),
        run("const f = () => [typeof globalThis.left, typeof ({}).left]"));
  }

  @Test
  void changedPrototypesHarmOnlyTheScriptThatChangesThem() {
    String script =
        """
        JSON.stringify = () => '"forged"'; JSON.parse = () => { throw 1 };
        Promise.prototype.then = () => { throw 1 }; Promise.resolve = () => { throw 1 };
        Object.freeze = (x) => x; Function.prototype.call = () => { throw 1 };
        String.prototype.split = () => { throw 1 };
        Object.defineProperty(Object.prototype, 'kind', { get() { return 'denied' } });
        const f = ({ name }) => ({ name });
        """;
    assertEquals(new Returned("{\"name\":\"Ada\"}"), run(script));
    assertEquals(new Returned("{\"name\":\"Ada\"}"), run("const f = ({ name }) => ({ name })"));
  }

  @Test
  void aForgedErrorIsAnErrorAllTheSame() {
    assertEquals(
        Reason.THREW,
        failed("const f = () => { throw { get message() { throw 1 }, get name() { throw 2 } } }")
            .reason());
    assertEquals(
        Reason.THREW,
        failed("const f = () => { throw new Proxy({}, { get() { throw 1 } }) }").reason());
  }

  @Test
  void whatJsonDoesNotKnowIsRefused() {
    assertEquals(
        Reason.THREW, failed("const f = () => { const a = {}; a.a = a; return a }").reason());
    assertEquals(Reason.THREW, failed("const f = () => ({ n: 10n })").reason());
    assertEquals(
        Reason.THREW, failed("const f = () => ({ toJSON() { throw new Error('no') } })").reason());
  }

  @Test
  void aGiantResultIsRefused() {
    assertEquals(Reason.TOO_LARGE, failed("const f = () => 'x'.repeat(200000)").reason());
    Failed failed = failed("const f = () => { throw new Error('x'.repeat(200000)) }");
    assertTrue(failed.message().length() < 5_000);
  }

  @Test
  void aPromiseThatNeverResolvesIsToldAtOnce() {
    assertEquals(Reason.UNSETTLED, failed("const f = () => new Promise(() => {})").reason());
    assertEquals(
        Reason.UNSETTLED, failed("const f = async () => { await new Promise(() => {}) }").reason());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "const f = () => { for (;;) {} }",
        "for (;;) {}",
        "const f = () => { for (;;) { try { for (;;) {} } catch {} finally { continue } } }",
        "const f = () => { const g = () => Promise.resolve().then(g); return g() }",
        "const f = () => ({ toJSON() { for (;;) {} } })",
        "const f = () => { throw { get message() { for (;;) {} } } }"
      })
  void anEndlessScriptIsStopped(String script) {
    long before = System.nanoTime();
    Outcome outcome = run(script);
    assertTrue(System.nanoTime() - before < 20_000_000_000L);
    assertEquals(Reason.TIMED_OUT, assertInstanceOf(Failed.class, outcome).reason());
    assertEquals(new Returned("1"), run("const f = () => 1"));
  }

  /** The engine may have a way of its own with such expressions; it must only not hang. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/^(a+)+$/.test('a'.repeat(50) + 'b')",
        "/(x+x+)+y/.test('x'.repeat(60))",
        "/(a*)*\\1b/.test('a'.repeat(40))",
        "/^(?:(a+)(?=\\1))+b$/.test('a'.repeat(200))"
      })
  void aRegularExpressionBombIsDefusedOrStopped(String bomb) {
    Outcome outcome = run("const f = () => " + bomb);
    assertTrue(
        outcome.equals(new Returned("false"))
            || outcome instanceof Failed failed && failed.reason() == Reason.TIMED_OUT,
        outcome.toString());
    assertEquals(new Returned("1"), run("const f = () => 1"));
  }

  /** What the engine computes in one piece cannot be stopped but with its process. */
  @Test
  void aGiantNumberHarmsOnlyItsOwnProcess() {
    Failed failed = failed("const f = () => String((7n ** 30000000n) % 10n)");
    assertTrue(
        List.of(Reason.TIMED_OUT, Reason.OUT_OF_MEMORY, Reason.THREW).contains(failed.reason()),
        failed.toString());
    assertEquals(new Returned("1"), run("const f = () => 1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "const f = () => { const a = []; for (;;) a.push(new Array(10000).fill({})) }",
        "const f = () => { let s = 'x'; for (;;) s = [s + s, s].join() }",
        "const f = () => { const a = []; for (;;) a.push(new ArrayBuffer(1 << 22)) }",
        "const f = () => new Array(2 ** 32 - 1).fill(0).length",
        "const f = () => 'x'.repeat(2 ** 29).padEnd(2 ** 30, 'yz').length",
        "const f = () => { const a = []; for (;;) { try { a.push(new Uint8Array(1 << 20).fill(1)) } catch {} } }"
      })
  void aMemoryBombHarmsOnlyItsOwnProcess(String script) {
    Failed failed = failed(script);
    assertTrue(
        List.of(Reason.OUT_OF_MEMORY, Reason.TIMED_OUT, Reason.THREW).contains(failed.reason()),
        failed.toString());
    assertEquals(new Returned("1"), run("const f = () => 1"));
  }

  @Test
  void endlessRecursionIsAnErrorOfTheScript() {
    assertEquals("RangeError", failed("const f = () => f()").name());
    Failed nested =
        failed("const f = () => { let a = []; for (let i = 0; i < 1e5; i++) a = [a]; return a }");
    assertTrue(
        List.of(Reason.THREW, Reason.TIMED_OUT).contains(nested.reason()), nested.toString());
    assertEquals(new Returned("1"), run("const f = () => 1"));
  }

  @Test
  void nothingOfTheServersEnvironmentIsInTheProcess() throws IOException {
    run("const f = () => 1");
    List<ProcessHandle> workers =
        ProcessHandle.current()
            .children()
            .filter(child -> child.info().commandLine().orElse("").contains("worker.Worker"))
            .toList();
    assertFalse(workers.isEmpty(), "the sandbox has a process");
    for (ProcessHandle worker : workers) {
      Path told = Path.of("/proc", Long.toString(worker.pid()));
      String environment = Files.readString(told.resolve("environ"));
      for (String name : System.getenv().keySet()) {
        assertFalse(environment.contains(name + "="), name);
      }
      assertEquals(Path.of("/"), Files.readSymbolicLink(told.resolve("cwd")));
    }
  }

  @Test
  void manyAtOnceAllGetTheirAnswer() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Outcome>> answers = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        int n = i;
        answers.add(threads.submit(() -> run("const f = () => " + n)));
      }
      for (int i = 0; i < 50; i++) {
        assertEquals(new Returned(Integer.toString(i)), answers.get(i).get());
      }
    }
  }

  @Test
  void moreThanMayWaitAreTurnedAway() throws Exception {
    try (Sandbox narrow = new Sandbox(CLASS_PATH, new Limits(Duration.ofSeconds(1), 64, 1, 1));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Outcome>> answers = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        answers.add(threads.submit(() -> narrow.run(new Job("for (;;) {}", "f", "{}", false))));
      }
      int busy = 0;
      for (Future<Outcome> answer : answers) {
        busy += answer.get() instanceof Failed failed && failed.reason() == Reason.BUSY ? 1 : 0;
      }
      assertTrue(busy >= 4, busy + " were turned away");
    }
  }

  @Test
  void withoutItsProgramTheSandboxSaysSo() {
    try (Sandbox none =
        new Sandbox(List.of(Path.of("/nowhere")), new Limits(Duration.ofSeconds(1), 64, 1, 1))) {
      assertEquals(
          Failed.because(Reason.UNAVAILABLE),
          none.run(new Job("const f = () => 1", "f", "{}", false)));
    }
  }

  private static Outcome run(String script) {
    return SANDBOX.run(new Job(script, "f", "{\"name\":\"Ada\"}", true));
  }

  private static Failed failed(String script) {
    return assertInstanceOf(Failed.class, run(script));
  }
}
