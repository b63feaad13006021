package org.compagnonnage.partner;

import org.compagnonnage.support.OnPostgres;

/** The same, on PostgreSQL. */
@OnPostgres
class ClePartenaireProcessPostgresTests extends ClePartenaireProcessTests {

}
