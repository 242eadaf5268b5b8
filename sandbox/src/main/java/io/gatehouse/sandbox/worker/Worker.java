package io.gatehouse.sandbox.worker;

import io.gatehouse.sandbox.Job;
import io.gatehouse.sandbox.Outcome;
import io.gatehouse.sandbox.Wire;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;

/** Reads jobs from the standard input and writes what came of them to the standard output. */
public final class Worker {
  private Worker() {}

  public static void main(String[] args) throws IOException {
    Duration time = Duration.ofMillis(Long.parseLong(args[0]));
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    Watch watch = new Watch(time);
    Evaluator evaluator = new Evaluator(watch);
    evaluator.warmUp();
    out.writeByte(Wire.READY);
    out.flush();
    watch.rest();
    while (true) {
      Job job;
      try {
        job = Wire.readJob(in);
      } catch (EOFException e) {
        // The server is gone.
        Runtime.getRuntime().halt(0);
        return;
      }
      watch.work();
      Outcome outcome = evaluator.run(job);
      Wire.write(out, outcome);
      watch.rest();
    }
  }
}
