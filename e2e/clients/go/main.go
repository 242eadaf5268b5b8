// A relying party by golang.org/x/oauth2 and coreos/go-oidc: prints where the person has to go, reads where they came
// back, prints what it got. On a device it asks until somebody has been there.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/url"
	"os"
	"strings"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}

func main() {
	ctx := context.Background()
	provider := must(oidc.NewProvider(ctx, os.Getenv("ISSUER")))
	config := oauth2.Config{
		ClientID:     os.Getenv("CLIENT_ID"),
		ClientSecret: os.Getenv("CLIENT_SECRET"),
		Endpoint:     provider.Endpoint(),
		RedirectURL:  os.Getenv("REDIRECT_URI"),
		Scopes:       []string{oidc.ScopeOpenID, oidc.ScopeOfflineAccess, "profile"},
	}
	token, nonce := connected(ctx, config)
	raw, _ := token.Extra("id_token").(string)
	idToken := must(provider.Verifier(&oidc.Config{
		ClientID:             config.ClientID,
		SupportedSigningAlgs: []string{oidc.ES384},
	}).Verify(ctx, raw))
	if idToken.Nonce != nonce {
		log.Fatal("another nonce")
	}
	info := must(provider.UserInfo(ctx, oauth2.StaticTokenSource(token)))
	expired := &oauth2.Token{RefreshToken: token.RefreshToken}
	refreshed := must(config.TokenSource(ctx, expired).Token())
	must(0, json.NewEncoder(os.Stdout).Encode(map[string]any{
		"sub":       idToken.Subject,
		"info":      map[string]string{"sub": info.Subject},
		"refreshed": refreshed.AccessToken != token.AccessToken,
	}))
}

// The tokens of somebody, and the nonce that the ID token must hold.
func connected(ctx context.Context, config oauth2.Config) (*oauth2.Token, string) {
	if os.Getenv("DEVICE") != "" {
		codes := must(config.DeviceAuth(ctx))
		fmt.Println(codes.VerificationURIComplete)
		return must(config.DeviceAccessToken(ctx, codes)), ""
	}
	verifier := oauth2.GenerateVerifier()
	state, nonce := oauth2.GenerateVerifier(), oauth2.GenerateVerifier()
	fmt.Println(config.AuthCodeURL(state, oidc.Nonce(nonce), oauth2.S256ChallengeOption(verifier),
		oauth2.SetAuthURLParam("prompt", "consent")))

	line := must(bufio.NewReader(os.Stdin).ReadString('\n'))
	back := must(url.Parse(strings.TrimSpace(line))).Query()
	if back.Get("state") != state {
		log.Fatal("another state: ", back)
	}
	return must(config.Exchange(ctx, back.Get("code"), oauth2.VerifierOption(verifier))), nonce
}
