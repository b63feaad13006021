package org.compagnonnage;

import org.compagnonnage.support.OnPostgres;

/** The same, on PostgreSQL. */
@OnPostgres
class ProgrammesEnChainePostgresTests extends ProgrammesEnChaineTests {

}
