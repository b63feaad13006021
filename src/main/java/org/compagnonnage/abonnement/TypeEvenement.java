package org.compagnonnage.abonnement;

import java.util.Arrays;
import java.util.List;

/** What partners are told about; the codes never change. */
enum TypeEvenement {

	DOSSIER_CREE("dossier.cree"),

	DOSSIER_ETAT_CHANGE("dossier.etat-change"),

	DOSSIER_CLOS("dossier.clos"),

	/** Sent on request to one subscription: nobody subscribes to it. */
	ESSAI("abonnement.essai");

	private final String code;

	TypeEvenement(String code) {
		this.code = code;
	}

	static TypeEvenement de(String code) {
		return Arrays.stream(values())
			.filter((type) -> type.code.equals(code))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Not a type of event: " + code));
	}

	/** The codes that a subscription may ask for. */
	static List<String> codesProposes() {
		return Arrays.stream(values()).filter((type) -> type != ESSAI).map(TypeEvenement::code).toList();
	}

	String code() {
		return this.code;
	}

}
