package org.compagnonnage.abonnement;

import org.compagnonnage.support.OnPostgres;

/** The same, on PostgreSQL. */
@OnPostgres
class LivrerEvenementsProcessPostgresTests extends LivrerEvenementsProcessTests {

}
