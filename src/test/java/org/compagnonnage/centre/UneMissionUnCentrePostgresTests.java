package org.compagnonnage.centre;

import org.compagnonnage.support.OnPostgres;

/** The same, on PostgreSQL. */
@OnPostgres
class UneMissionUnCentrePostgresTests extends UneMissionUnCentreTests {

}
