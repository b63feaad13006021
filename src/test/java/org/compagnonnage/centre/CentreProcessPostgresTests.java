package org.compagnonnage.centre;

import org.compagnonnage.support.OnPostgres;

/** The same, on PostgreSQL. */
@OnPostgres
class CentreProcessPostgresTests extends CentreProcessTests {

}
