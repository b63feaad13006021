package org.compagnonnage.partner;

import org.compagnonnage.support.OnPostgres;

@OnPostgres
class DocumentsDuPartenairePostgresTests extends DocumentsDuPartenaireTests {

}
