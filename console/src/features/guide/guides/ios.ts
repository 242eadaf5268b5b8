import type { Guide } from '../guide';

const ios: Guide = {
  needs: 'Xcode 15+, iOS 13+',
  minutes: 12,
  steps: [
    { kind: 'install', note: 'swiftPackage', snippets: [{ file: 'Package', language: 'text', text: 'https://github.com/logto-io/swift.git\n' }] },
    {
      kind: 'configure',
      snippets: [
        {
          file: 'Session.swift',
          language: 'swift',
          text: `import Logto
import LogtoClient

let config = try! LogtoConfig(
  endpoint: "{{endpoint}}",
  appId: "{{appId}}"
)
let client = LogtoClient(useConfig: config)
`,
        },
      ],
    },
    { kind: 'uris', note: 'scheme' },
    {
      kind: 'routes',
      snippets: [
        {
          file: 'ContentView.swift',
          language: 'swift',
          text: `import SwiftUI

struct ContentView: View {
  @State private var signedIn = client.isAuthenticated

  var body: some View {
    if signedIn {
      Button("Sign out") {
        Task {
          await client.signOut()
          signedIn = false
        }
      }
    } else {
      Button("Sign in") {
        Task {
          try? await client.signInWithBrowser(redirectUri: "{{redirectUri}}")
          signedIn = client.isAuthenticated
        }
      }
    }
  }
}
`,
        },
      ],
    },
    { kind: 'who', snippets: [{ file: 'Session.swift', language: 'swift', text: 'let claims = try client.getIdTokenClaims()\nprint(claims.sub)\n' }] },
    { kind: 'try' },
  ],
};

export default ios;
