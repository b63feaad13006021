package org.compagnonnage.centre;

import java.util.Optional;

import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.Dossiers;

import org.springframework.stereotype.Component;

/**
 * The prerequisite of a centre, read from the register: a finished mission, with its
 * follow-up, evaluation and capitalisation (S2), that has no centre yet.
 */
@Component
public class Prerequis {

	private final Dossiers dossiers;

	Prerequis(Dossiers dossiers) {
		this.dossiers = dossiers;
	}

	/** Whether a reference, which may be null, is that of a finished mission. */
	boolean estRempli(String mission) {
		return mission != null && this.dossiers.trouver(mission).filter(Prerequis::remplit).isPresent();
	}

	/**
	 * Whether a centre can be asked for after a mission: it is finished and has the
	 * périmètre of the centre.
	 */
	boolean estRempli(String mission, String perimetre) {
		return mission != null && this.dossiers.trouver(mission)
			.filter(Prerequis::remplit)
			.filter((dossier) -> dossier.perimetre().equals(perimetre))
			.isPresent();
	}

	/**
	 * The centre that a mission has already: in the making, or opened; one that was given
	 * up or put off leaves its place.
	 */
	public Optional<Dossier> suite(String mission) {
		return Optional.ofNullable(mission)
			.flatMap((reference) -> this.dossiers.suite(reference, CentreModel.CENTRE, CentreModel.CENTRE_OUVERT));
	}

	/**
	 * What is said to who asks for a second centre.
	 * @param montre whether they may see the first one
	 */
	public static String refus(Dossier centre, boolean montre) {
		return "Un centre de ressources fait déjà suite à cette mission" + (montre ? " : " + centre.reference() : "")
				+ ".";
	}

	/** Whether a case is a finished mission. */
	public static boolean remplit(Dossier dossier) {
		return CentreModel.MISSION.equals(dossier.programme()) && dossier.estClos()
				&& CentreModel.MISSION_CAPITALISEE.equals(dossier.issue());
	}

}
