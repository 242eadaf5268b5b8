import type { Guide } from '../guide';

const android: Guide = {
  needs: 'Android 7+ (API 24)',
  minutes: 12,
  steps: [
    {
      kind: 'install',
      snippets: [
        { file: 'build.gradle.kts', language: 'kotlin', text: 'dependencies {\n    implementation("io.logto.sdk:android:1.1.3")\n}\n' },
        { file: 'AndroidManifest.xml', language: 'html', text: '<uses-permission android:name="android.permission.INTERNET" />\n' },
      ],
    },
    {
      kind: 'configure',
      snippets: [
        {
          file: 'Session.kt',
          language: 'kotlin',
          text: `import io.logto.sdk.android.LogtoClient
import io.logto.sdk.android.type.LogtoConfig

fun client(application: Application) = LogtoClient(
    LogtoConfig(
        endpoint = "{{endpoint}}",
        appId = "{{appId}}",
        scopes = null,
        resources = null,
        usingPersistStorage = true,
    ),
    application,
)
`,
        },
      ],
    },
    { kind: 'uris', note: 'androidScheme' },
    {
      kind: 'routes',
      snippets: [
        {
          file: 'MainActivity.kt',
          language: 'kotlin',
          text: `signIn.setOnClickListener {
    client.signIn(this, "{{redirectUri}}") { failure ->
        if (failure == null) show(client.isAuthenticated)
    }
}

signOut.setOnClickListener {
    client.signOut { show(false) }
}
`,
        },
      ],
    },
    { kind: 'who', snippets: [{ file: 'MainActivity.kt', language: 'kotlin', text: 'client.getIdTokenClaims { failure, claims ->\n    greeting.text = claims?.sub\n}\n' }] },
    { kind: 'try' },
  ],
};

export default android;
