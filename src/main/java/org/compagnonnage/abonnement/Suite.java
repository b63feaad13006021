package org.compagnonnage.abonnement;

/** What follows a delivery, in the words of the model. */
enum Suite {

	/** Another event of the same thread waits. */
	ENCORE("encore"),

	/** Nothing to deliver now. */
	RIEN("rien"),

	/** This delivery was the one that suspended its subscription. */
	SUSPENDU("suspendu");

	private final String code;

	Suite(String code) {
		this.code = code;
	}

	String code() {
		return this.code;
	}

}
