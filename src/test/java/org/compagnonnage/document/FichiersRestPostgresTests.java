package org.compagnonnage.document;

import org.compagnonnage.support.OnPostgres;

@OnPostgres
class FichiersRestPostgresTests extends FichiersRestTests {

}
