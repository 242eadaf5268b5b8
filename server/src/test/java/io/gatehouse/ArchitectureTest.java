package io.gatehouse;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/** The rules of the house that a compiler does not know. ARCHITECTURE.md says why. */
@AnalyzeClasses(packages = "io.gatehouse", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final Set<String> STATEMENTS =
      Set.of("query", "find", "one", "update", "acrossTenants");

  private static final Set<String> EDGE = Set.of("signin", "experience", "account", "management");

  /**
   * What several surfaces read of a request: which interaction it continues, who looks at a page,
   * from where.
   */
  private static final Set<String> READERS =
      Set.of("CurrentInteraction", "PageContexts", "Visitors", "VisitorHeaders");

  @ArchTest
  static final ArchRule importsPointDown =
      classes()
          .that(of(Feature::holds, "are of the server"))
          .should(onlyImportFeaturesBelow())
          .because("app → surfaces → nouns → management → tenant → platform");

  /** The tenant's name is handed to everything that stores: it is the one word that all know. */
  @ArchTest
  static final ArchRule featuresHaveNoCycles =
      slices()
          .matching("io.gatehouse.(*)..")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(DescribedPredicate.alwaysTrue(), isTenantId());

  @ArchTest
  static final ArchRule onlyStoresRunStatements =
      noClasses()
          .that(of(type -> aboveThePlatform(type) && !named(type, "Store"), "are no stores"))
          .should()
          .callMethodWhere(describe("a statement is run", ArchitectureTest::runsStatement))
          .orShould()
          .dependOnClassesThat(
              of(
                  type ->
                      type.getPackageName().equals("javax.sql")
                          || (type.getPackageName().equals("java.sql")
                              && !type.getSimpleName().equals("SQLException")),
                  "are JDBC"));

  @ArchTest
  static final ArchRule storesAreInternalsOfTheirFeature =
      classes()
          .that(of(type -> aboveThePlatform(type) && named(type, "Store"), "are stores"))
          .should()
          .notBePublic();

  @ArchTest
  static final ArchRule onlyTheEdgeKnowsHttp =
      noClasses()
          .that(of(type -> aboveThePlatform(type) && !atTheEdge(type), "are not at the edge"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.ws.rs..", "io.vertx..", "org.jboss.resteasy..");

  @ArchTest
  static final ArchRule whatIsNeededIsAskedForInTheConstructor =
      noFields().should().beAnnotatedWith(Inject.class);

  @ArchTest
  static final ArchRule fieldsAreFinalOrPrivate =
      fields().that().arePublic().should().beFinal().allowEmptyShould(true);

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .that()
          .areTopLevelClasses()
          .should()
          .haveNameMatching(
              ".*(Util|Utils|Helper|Manager|Impl|Base|Service|Dao|Dto|DTO|DAO)(\\$.*)?");

  @ArchTest
  static final ArchRule codeBlocks =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.smallrye.mutiny..", "java.util.concurrent.Flow..");

  @ArchTest
  static final ArchRule timeIsInjected =
      noClasses()
          .that(of(type -> !Feature.holds(type) || !in(type, "app"), "are not the wiring"))
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethodWhere(
              describe(
                  "a java.time type reads the system's clock",
                  call ->
                      call.getTarget().getName().equals("now")
                          && call.getTargetOwner().getPackageName().equals("java.time")
                          && call.getTarget().getRawParameterTypes().isEmpty()));

  @ArchTest
  static final ArchRule randomnessComesFromIds =
      noClasses()
          .that(of(type -> Feature.holds(type) && !in(type, "platform"), "are not the platform"))
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .orShould()
          .callMethod(UUID.class, "randomUUID");

  @ArchTest
  static final ArchRule everyPackageIsNullMarked =
      classes()
          .that(of(type -> !type.getPackageName().isEmpty(), "are in a package"))
          .should(
              satisfy(
                  "be in a package marked @NullMarked",
                  type -> type.getPackage().isAnnotatedWith(NullMarked.class)));

  private static ArchCondition<JavaClass> onlyImportFeaturesBelow() {
    return new ArchCondition<>("only import features below their own") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Feature own = Feature.of(type);
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass();
          if (Feature.holds(target)
              && !isTenantId().test(target)
              && !own.mayImport(Feature.of(target))) {
            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static DescribedPredicate<JavaClass> isTenantId() {
    return of(type -> type.isEquivalentTo(TenantId.class), "TenantId");
  }

  private static boolean runsStatement(JavaCall<?> call) {
    return call.getTargetOwner().isEquivalentTo(Db.class)
        && STATEMENTS.contains(call.getTarget().getName());
  }

  /**
   * Resources, pages and filters. {@code signin}, {@code experience} and {@code account} are
   * nothing but these, since their rules are steps of {@code interaction}; what the resources of
   * {@code oidc} share lies in its own package, what all share in {@code platform.http} and {@code
   * management}; {@code tenant} tells whose a request is.
   */
  private static boolean atTheEdge(JavaClass type) {
    boolean shared = type.getPackageName().equals("io.gatehouse." + Feature.of(type).name());
    return named(type, "Resource")
        || named(type, "Page")
        || named(type, "Filter")
        || EDGE.contains(Feature.of(type).name())
        || READERS.contains(outermost(type))
        || (shared && (Feature.of(type).isSurface() || in(type, "tenant")));
  }

  private static boolean aboveThePlatform(JavaClass type) {
    return Feature.holds(type) && !in(type, "platform") && !in(type, "app");
  }

  private static boolean in(JavaClass type, String feature) {
    return Feature.of(type).name().equals(feature);
  }

  private static boolean named(JavaClass type, String suffix) {
    return outermost(type).endsWith(suffix);
  }

  /** A record inside a store counts as the store. */
  private static String outermost(JavaClass type) {
    JavaClass outermost = type;
    while (outermost.getEnclosingClass().isPresent()) {
      outermost = outermost.getEnclosingClass().get();
    }
    return outermost.getSimpleName();
  }

  private static DescribedPredicate<JavaClass> of(Predicate<JavaClass> test, String words) {
    return describe(words, test);
  }

  private static ArchCondition<JavaClass> satisfy(String words, Predicate<JavaClass> test) {
    return ArchCondition.from(of(test, words));
  }
}
