package org.compagnonnage.admission;

import org.compagnonnage.support.OnPostgres;

/** The same, on PostgreSQL. */
@OnPostgres
class AdmissionProcessPostgresTests extends AdmissionProcessTests {

}
