package org.compagnonnage.mission;

import org.compagnonnage.support.OnPostgres;

/** The same, on PostgreSQL. */
@OnPostgres
class FiliereProcessPostgresTests extends FiliereProcessTests {

}
