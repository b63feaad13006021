package org.compagnonnage.dossier;

import java.util.Map;

/** The states of a programme in their order, without {@link Dossier#CLOSE}. */
public interface EtatsDuProgramme {

	/** Key of the programme's process. */
	String programme();

	/** Each state, in the order of the programme, with what it means. */
	Map<String, String> etats();

}
