package org.compagnonnage.admission;

import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.compagnonnage.contrat.Contrat;
import org.compagnonnage.contrat.Contrats;
import org.compagnonnage.dossier.DossierModifie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Answers.RETURNS_SELF;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

/** Why a case cannot be withdrawn: the causes are told apart. */
class RetraitTests {

	private static final String REFERENCE = "ADM-2026-000123";

	private final RuntimeService runtime = mock(RuntimeService.class);

	private final MessageCorrelationBuilder message = mock(MessageCorrelationBuilder.class, RETURNS_SELF);

	private final ProcessInstanceQuery signatures = mock(ProcessInstanceQuery.class, RETURNS_SELF);

	private final Contrats contrats = mock(Contrats.class);

	private final AdmissionProcess process = new AdmissionProcess(this.runtime, null, this.contrats);

	@BeforeEach
	void preparer() {
		given(this.runtime.createMessageCorrelation(AdmissionModel.DEMANDE_RETIREE)).willReturn(this.message);
		given(this.runtime.createProcessInstanceQuery()).willReturn(this.signatures);
		given(this.contrats.duDossier(REFERENCE)).willReturn(Optional.empty());
	}

	@Test
	void aCaseThatNoLongerWaitsForAWithdrawalIsClosed() {
		willReturn(List.of()).given(this.message).correlateAllWithResult();
		refuse(RetraitImpossible.CLOS);
	}

	@Test
	void aSignedContractIsNotAClosedCase() {
		given(this.contrats.duDossier(REFERENCE)).willReturn(Optional.of(mock(Contrat.class)));
		refuse(RetraitImpossible.CONTRAT_SIGNE);
		then(this.runtime).should(never()).createMessageCorrelation(any());
	}

	@Test
	void aSignatureThatIsOnlyNotedYetIsNotAClosedCaseEither() {
		willReturn(1L).given(this.signatures).count();
		refuse(RetraitImpossible.CONTRAT_SIGNE);
		then(this.runtime).should(never()).createMessageCorrelation(any());
	}

	@Test
	void aChangeAtTheSameMomentIsNotAClosedCase() {
		willThrow(new OptimisticLockingException("at once")).given(this.message).correlateAllWithResult();
		assertThatExceptionOfType(DossierModifie.class).isThrownBy(() -> this.process.retirer(REFERENCE, "x"));
	}

	private void refuse(String raison) {
		assertThatExceptionOfType(RetraitImpossible.class).isThrownBy(() -> this.process.retirer(REFERENCE, "x"))
			.withMessage(raison);
	}

}
