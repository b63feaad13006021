package org.compagnonnage.engagement;

import org.compagnonnage.support.OnPostgres;

/** The same, on PostgreSQL. */
@OnPostgres
class EngagementsPostgresTests extends EngagementsTests {

}
