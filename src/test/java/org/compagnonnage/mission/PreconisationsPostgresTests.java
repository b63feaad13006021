package org.compagnonnage.mission;

import org.compagnonnage.support.SharedPostgres;

/** The same, on PostgreSQL. */
class PreconisationsPostgresTests extends PreconisationsTests {

	@Override
	protected String url() {
		return SharedPostgres.nouvelleBase();
	}

	@Override
	protected String user() {
		return "postgres";
	}

}
