package org.compagnonnage.contrat;

import org.compagnonnage.support.OnPostgres;

/** The same, on PostgreSQL. */
@OnPostgres
class PlacesCesaPostgresTests extends PlacesCesaTests {

}
