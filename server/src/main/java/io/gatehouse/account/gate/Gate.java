package io.gatehouse.account.gate;

import io.gatehouse.account.proof.ProofError;
import io.gatehouse.user.User;

/**
 * The checks that stand before an operation. Each ends the request where it does not hold; an
 * operation lists its own, in the order that clients see.
 */
public final class Gate {
  private final AccountCall call;

  Gate(AccountCall call) {
    this.call = call;
  }

  /** The person has proved anew who they are: {@link AccountCall#PROOF}. */
  public Gate proved() {
    if (!call.isProved()) {
      throw ProofError.PERMISSION_DENIED.exception();
    }
    return this;
  }

  /** The same for people who have something to prove it with. */
  public Gate provedWherePossible() {
    return call.hasSecurityMethod() ? proved() : this;
  }

  /** The tenant lets people change this part. */
  public Gate edits(Part part) {
    if (!part.isEditable(call.fields())) {
      throw AccountError.FIELD_NOT_EDITABLE.exception();
    }
    return this;
  }

  /** The same for a part that is only checked where the request names it. */
  public Gate edits(Part part, boolean named) {
    return named ? edits(part) : this;
  }

  /** The tenant shows people this part. */
  public Gate shows(Part part) {
    if (!part.isShown(call.fields())) {
      throw AccountError.FIELD_NOT_ENABLED.exception();
    }
    return this;
  }

  /** The token holds the scope; else 400. */
  public Gate scope400(String scope) {
    return scope(scope, AccountError.SCOPE_MISSING_400);
  }

  /** The token holds the scope; else 401. */
  public Gate scope401(String scope) {
    return scope(scope, AccountError.SCOPE_MISSING_401);
  }

  /** The token holds the scope; else 403. */
  public Gate scope403(String scope) {
    return scope(scope, AccountError.SCOPE_MISSING_403);
  }

  private Gate scope(String scope, AccountError otherwise) {
    if (!call.bearer().scopes().has(scope)) {
      throw otherwise.exception();
    }
    return this;
  }

  /** The token was issued to an application of the house. */
  public Gate firstParty() {
    if (!call.bearer().firstParty()) {
      throw AccountError.THIRD_PARTY.exception();
    }
    return this;
  }

  /** Whom the operation is about, once everything holds. */
  public User person() {
    return call.bearer().person().user();
  }
}
