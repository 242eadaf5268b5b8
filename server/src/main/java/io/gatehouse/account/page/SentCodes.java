package io.gatehouse.account.page;

import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.proof.Proofs;
import io.gatehouse.account.proof.ProvedAddress;
import io.gatehouse.account.proof.Template;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.branding.page.IdentifierKind;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.branding.page.SentCode;
import io.gatehouse.user.Identifier;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all pages have in common on which a code is typed. */
@Singleton
class SentCodes {
  private static final Duration PAUSE = Duration.ofSeconds(60);
  private static final Duration PROOF = Duration.ofMinutes(10);

  private final Proofs proofs;
  private final SignInExperiences experiences;
  private final InstantSource clock;

  SentCodes(Proofs proofs, SignInExperiences experiences, InstantSource clock) {
    this.proofs = proofs;
    this.experiences = experiences;
    this.clock = clock;
  }

  /** Where a page of a code is, and the way elsewhere. */
  record Place(String path, SentCode.Link back) {}

  /** The code on its way that the browser remembers, unless it is over or for something else. */
  Optional<ProvedAddress> find(Proofs.Owner owner, @Nullable String id, Template purpose) {
    return id == null
        ? Optional.empty()
        : proofs.findAddress(owner, id).filter(proof -> proof.template() == purpose);
  }

  /** One that has just been sent. */
  ProvedAddress get(Proofs.Owner owner, String id) {
    return proofs.address(owner, id);
  }

  /** Whether one went out to the address so lately that another has to wait. */
  boolean justNow(Proofs.Owner owner, @Nullable String id, Identifier to) {
    return id != null
        && proofs
            .findAddress(owner, id)
            .filter(proof -> !proof.verified() && proof.address().equals(to))
            .filter(proof -> wait(proof).isPositive())
            .isPresent();
  }

  /** Sends another, unless the last has just gone out. */
  Response again(
      AccountVisit visit,
      ProvedAddress last,
      Supplier<Page> sending,
      Function<Problems, Page> page) {
    Duration wait = wait(last);
    if (wait.isPositive()) {
      return visit.page(
          page.apply(
              Problems.general(new Problem("form.code_just_sent", Map.of("relativeTime", wait)))));
    }
    return visit.trying(() -> visit.page(sending.get()), page);
  }

  Page page(AccountCall call, Place place, ProvedAddress proof, boolean resent, Problems problems) {
    Duration life = experiences.of(call.tenant()).verificationCodePolicy().life();
    Duration wait = wait(proof);
    SentCode.Sent told =
        new SentCode.Sent(
            IdentifierKind.valueOf(proof.address().type().name()),
            proof.address().value(),
            life.compareTo(PROOF) < 0 ? life : PROOF,
            wait.isPositive() ? wait : Duration.ZERO,
            resent);
    return new SentCode(place.path(), told, List.of(place.back()), problems);
  }

  private Duration wait(ProvedAddress proof) {
    return Duration.between(clock.instant(), proof.sentAt().plus(PAUSE));
  }
}
