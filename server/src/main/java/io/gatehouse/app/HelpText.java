package io.gatehouse.app;

/** What the program says of itself. */
final class HelpText {
  static final String GENERAL =
      """
      Gatehouse, an identity platform

        start              starts the server and keeps running until Ctrl-C
        admin create       makes somebody who administers this installation
        admin credential   prints what a script needs to call the Management API
        keys rotate        replaces a signing key
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
      keys rotate [--tenant default|admin]
          makes a new signing key of the current one's algorithm; it signs at once, or after
          PRIVATE_KEY_ROTATION_GRACE_PERIOD, and the current one stays published as the previous

      Works beside a running server, which takes the new key up at once, and without one.
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
