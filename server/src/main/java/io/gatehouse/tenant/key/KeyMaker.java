package io.gatehouse.tenant.key;

import io.gatehouse.platform.crypto.EncryptionKey;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.crypto.SigningKey;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Makes keys. One of RSA takes most of a second of computing, which a thread of its own does at the
 * lowest priority: requests share theirs.
 */
@Singleton
class KeyMaker {
  private final ExecutorService slow =
      Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "keys");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
      });

  /** Waits for the new key. */
  SigningKey make(SigningAlgorithm algorithm) {
    return algorithm.rsa()
        ? CompletableFuture.supplyAsync(() -> SigningKey.generate(algorithm), slow).join()
        : SigningKey.generate(algorithm);
  }

  /** Waits for the new key that others encrypt with. */
  EncryptionKey make(EncryptionKey.Type type) {
    return switch (type) {
      case RSA -> CompletableFuture.supplyAsync(() -> EncryptionKey.generate(type), slow).join();
      case EC -> EncryptionKey.generate(type);
    };
  }

  /** Runs work that makes a key of RSA and does something with it, and does not wait. */
  CompletableFuture<Void> inTheBackground(Runnable work) {
    return CompletableFuture.runAsync(work, slow);
  }
}
