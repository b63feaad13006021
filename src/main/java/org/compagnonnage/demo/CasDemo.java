package org.compagnonnage.demo;

/** The cases of one programme in the demo. */
interface CasDemo {

	/** Key of the programme's process. */
	String programme();

	/** Leads a case to each state and to each outcome of the programme. */
	void preparer();

}
