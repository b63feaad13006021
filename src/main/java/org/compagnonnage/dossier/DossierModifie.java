package org.compagnonnage.dossier;

/** Somebody else changes the case at this moment; the next try may succeed. */
public class DossierModifie extends RuntimeException {

	public DossierModifie(String reference, Throwable cause) {
		super("Le dossier " + reference + " est modifié au même moment.", cause);
	}

}
