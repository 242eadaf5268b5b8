package io.gatehouse.application.saml;

import io.gatehouse.platform.saml.SigningCredential;

/** A SAML application with what the answers to it are signed with. */
public record SamlIdentity(SamlApplication application, SigningCredential credential) {}
