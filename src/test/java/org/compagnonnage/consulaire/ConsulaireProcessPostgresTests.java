package org.compagnonnage.consulaire;

import org.compagnonnage.support.OnPostgres;

/** The same, on PostgreSQL. */
@OnPostgres
class ConsulaireProcessPostgresTests extends ConsulaireProcessTests {

}
