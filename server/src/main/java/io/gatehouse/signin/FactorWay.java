package io.gatehouse.signin;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.branding.page.MfaStep;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord.MfaCode;
import io.gatehouse.interaction.step.mfa.Demand;
import io.gatehouse.interaction.step.mfa.MfaCodeStep;
import io.gatehouse.interaction.step.mfa.MfaError;
import io.gatehouse.interaction.step.mfa.Offer;
import io.gatehouse.interaction.step.passkey.PasskeyStepError;
import io.gatehouse.platform.error.RequestException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leads to the page of the second step that the rules ask for, and sends its code on the way. */
@Singleton
public class FactorWay {
  private final MfaCodeStep codes;
  private final CodePause pause;
  private final VisitLog log;

  FactorWay(MfaCodeStep codes, CodePause pause, VisitLog log) {
    this.codes = codes;
    this.pause = pause;
    this.log = log;
  }

  /** Where a refusal leads that asks for a second step; empty when it is about something else. */
  public Optional<Response> of(Visit visit, Journey journey, RequestException refusal) {
    String page = page(refusal);
    if (page == null && !(refusal.data() instanceof Demand)) {
      return Optional.empty();
    }
    Journey kept = visit.save(journey, journey.state());
    return Optional.of(
        refusal.data() instanceof Demand demand
            ? prove(visit, kept, demand, demand.availableFactors().getFirst())
            : visit.go(String.valueOf(page)));
  }

  /** To the page where this is proved, after its code is sent where it has one. */
  public Response prove(Visit visit, Journey journey, Demand demand, Factor factor) {
    String page = MfaStep.PROOF + "/" + factor.wire();
    boolean onItsWay =
        underWay(journey.state(), factor)
            .filter(code -> pause.left(journey, code.id()).isPositive())
            .isPresent();
    if (channel(factor) == null || onItsWay) {
      return visit.go(page);
    }
    try {
      visit.save(journey, send(journey, factor));
      return visit.go(page);
    } catch (ConnectorException failure) {
      return refused(visit, demand, Remarks.problem(failure));
    } catch (RequestException refusal) {
      if (Remarks.about(refusal) == null) {
        throw refusal;
      }
      return refused(visit, demand, Problem.of(refusal));
    }
  }

  /** Sends a code to the person's own address; an earlier one no longer works. */
  public InteractionState send(Journey journey, Factor factor) {
    IdentifierType type = factor == Factor.PHONE_CODE ? IdentifierType.PHONE : IdentifierType.EMAIL;
    InteractionState sent =
        log.of(
            journey,
            "Verification.Mfa" + factor.wire() + ".Create",
            () -> codes.send(journey, type));
    return pause.begin(sent, underWay(sent, factor).orElseThrow().id());
  }

  /** The code of this kind that is on its way. */
  public static Optional<MfaCode> underWay(InteractionState state, Factor factor) {
    return state.verificationRecords().stream()
        .filter(MfaCode.class::isInstance)
        .map(MfaCode.class::cast)
        .filter(code -> code.factor() == factor && !code.verified())
        .findFirst();
  }

  private static @Nullable String page(RequestException refusal) {
    if (refusal.code() == MfaError.SUGGESTED) {
      return page(new Offer.Onboarding());
    }
    if (refusal.code() == PasskeyStepError.PREFERRED) {
      return "/create-passkey";
    }
    if (refusal.code() == MfaError.BACKUP_CODES_REQUIRED) {
      return page(new Offer.BackupCodes());
    }
    return refusal.data() instanceof Offer offer ? page(offer) : null;
  }

  /** The page of what is offered. */
  public static String page(Offer offer) {
    return switch (offer) {
      case Offer.Onboarding _ -> "/mfa-onboarding";
      case Offer.BackupCodes _ -> MfaStep.SETUP + "/" + Factor.BACKUP_CODE.wire();
      case Offer.Another _ -> MfaStep.SETUP;
      case Offer.Missing missing ->
          missing.availableFactors().size() == 1
              ? MfaStep.SETUP + "/" + missing.availableFactors().getFirst().wire()
              : MfaStep.SETUP;
    };
  }

  /** The page that shows every way to prove it. */
  public static MfaStep choose(Demand demand, Problems problems) {
    List<MfaStep.Offer> offers =
        demand.availableFactors().stream()
            .map(factor -> new MfaStep.Offer(factor, demand.maskedIdentifiers().get(factor)))
            .toList();
    return new MfaStep.Choose(offers, problems);
  }

  /** By which address its codes come; null when it has none. */
  private static @Nullable IdentifierType channel(Factor factor) {
    return switch (factor) {
      case EMAIL_CODE -> IdentifierType.EMAIL;
      case PHONE_CODE -> IdentifierType.PHONE;
      case TOTP, WEB_AUTHN, BACKUP_CODE -> null;
    };
  }

  private static Response refused(Visit visit, Demand demand, Problem problem) {
    return visit.page(choose(demand, Problems.general(problem)));
  }
}
