import type { Guide } from '../guide';

const go: Guide = {
  needs: 'Go 1.24+',
  minutes: 10,
  steps: [
    { kind: 'install', snippets: [{ file: 'Terminal', language: 'shell', text: 'go get github.com/coreos/go-oidc/v3/oidc golang.org/x/oauth2\n' }] },
    {
      kind: 'configure',
      snippets: [
        {
          file: 'main.go',
          language: 'go',
          text: `package main

import (
	"context"
	"crypto/rand"
	"log"
	"net/http"
	"net/url"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

func main() {
	ctx := context.Background()
	provider, err := oidc.NewProvider(ctx, "{{issuer}}")
	if err != nil {
		log.Fatal(err)
	}
	config := oauth2.Config{
		ClientID:     "{{appId}}",
		ClientSecret: "{{appSecret}}",
		RedirectURL:  "{{redirectUri}}",
		Endpoint:     provider.Endpoint(),
		Scopes:       []string{oidc.ScopeOpenID, "profile"},
	}
	verifier := provider.Verifier(&oidc.Config{ClientID: config.ClientID})
`,
        },
      ],
    },
    { kind: 'uris' },
    {
      kind: 'routes',
      snippets: [
        {
          file: 'main.go',
          language: 'go',
          text: `	http.HandleFunc("/sign-in", func(w http.ResponseWriter, r *http.Request) {
		state, pkce := rand.Text(), oauth2.GenerateVerifier()
		keep(w, "state", state)
		keep(w, "pkce", pkce)
		http.Redirect(w, r, config.AuthCodeURL(state, oauth2.S256ChallengeOption(pkce)), http.StatusFound)
	})

	http.HandleFunc("/callback", func(w http.ResponseWriter, r *http.Request) {
		if state, err := r.Cookie("state"); err != nil || state.Value != r.FormValue("state") {
			http.Error(w, "this sign-in was not started here", http.StatusBadRequest)
			return
		}
		pkce, _ := r.Cookie("pkce")
		tokens, err := config.Exchange(ctx, r.FormValue("code"), oauth2.VerifierOption(pkce.Value))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		raw, _ := tokens.Extra("id_token").(string)
		if _, err := verifier.Verify(ctx, raw); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		keep(w, "id_token", raw)
		http.Redirect(w, r, "/", http.StatusFound)
	})

	http.HandleFunc("/sign-out", func(w http.ResponseWriter, r *http.Request) {
		keep(w, "id_token", "")
		query := url.Values{"client_id": {config.ClientID}, "post_logout_redirect_uri": {"{{signOutUri}}"}}
		http.Redirect(w, r, "{{issuer}}/session/end?"+query.Encode(), http.StatusFound)
	})
`,
        },
      ],
    },
    {
      kind: 'who',
      snippets: [
        {
          file: 'main.go',
          language: 'go',
          text: `	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		if raw, err := r.Cookie("id_token"); err == nil {
			if token, err := verifier.Verify(ctx, raw.Value); err == nil {
				w.Write([]byte("You are signed in as " + token.Subject + ". <a href=/sign-out>Sign out</a>"))
				return
			}
		}
		w.Write([]byte("Nobody is signed in. <a href=/sign-in>Sign in</a>"))
	})

	log.Fatal(http.ListenAndServe("127.0.0.1:3000", nil))
}

func keep(w http.ResponseWriter, name, value string) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: value, Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode})
}
`,
        },
      ],
    },
    { kind: 'try', snippets: [{ file: 'Terminal', language: 'shell', text: 'go run .\n' }] },
  ],
};

export default go;
