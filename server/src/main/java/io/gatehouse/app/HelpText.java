package io.gatehouse.app;

/** What the program says of itself. */
final class HelpText {
  static final String GENERAL =
      """
      Gatehouse, an identity platform

        start              starts the server and keeps running until Ctrl-C
        admin create       makes somebody who administers this installation
        admin credential   prints what a script needs to call the Management API
        keys list          prints the signing keys, and keys rotate replaces one
        secrets reseal     brings stored secrets under a new master key
        help settings      lists everything that can be set

      Every command explains itself with --help.
      """;

  static final String START =
      """
      start: starts the server and keeps running until Ctrl-C

      Without DB_URL it runs a PostgreSQL of its own in the folder of GATEHOUSE_DATA (.gatehouse).
      Settings come from environment variables and from gatehouse.properties, in the data folder or the
      working folder, or from the file that GATEHOUSE_CONFIG names; `help settings` lists them.
      """;

  static final String ADMIN =
      """
      admin create --username NAME [--password PASSWORD]
          makes somebody who signs in at the admin listener and administers the tenant default;
          without --password it is asked for, or read from the standard input

      admin credential [--tenant default|admin]
          prints, as JSON, the client id, secret and token endpoint of the machine-to-machine application
          that may call the tenant's Management API; the secret is made at the first call

      Both work beside a running server and without one.
      """;

  static final String KEYS =
      """
      keys list [--tenant default|admin]
          prints id, algorithm and status of the signing keys: next, current, previous

      keys rotate [--tenant default|admin] [--algorithm ALGORITHM] [--grace SECONDS]
          makes a new signing key: ES256, ES384, ES512, RS256, PS256 or EdDSA, without --algorithm as the
          current one. It is published at once and signs after the grace, by default that of
          PRIVATE_KEY_ROTATION_GRACE_PERIOD; the current one stays published as the previous

      keys delete --id ID [--tenant default|admin]
          removes the previous key, so that what it signed verifies no longer

      They work beside running servers, all of which take the change up at once, and without one.
      """;

  static final String SECRETS =
      """
      secrets reseal
          seals every stored secret anew with the first master key of SECRET_VAULT_KEK. To replace a
          master key, set SECRET_VAULT_KEK to new,old and restart every server; run this; then leave
          the old one out

      Works beside a running server and without one.
      """;

  static final String SETTINGS =
      """
      Settings: environment variables, or lines NAME=value of gatehouse.properties. [what holds by default]

      """;

  private HelpText() {}
}
