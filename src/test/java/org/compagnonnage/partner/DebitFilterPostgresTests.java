package org.compagnonnage.partner;

import org.compagnonnage.support.SharedPostgres;

/** The same, on PostgreSQL. */
class DebitFilterPostgresTests extends DebitFilterTests {

	@Override
	String url() {
		return SharedPostgres.nouvelleBase();
	}

	@Override
	String utilisateur() {
		return "postgres";
	}

}
