package org.compagnonnage.partner;

import org.compagnonnage.support.SharedPostgres;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same, on PostgreSQL. */
class DocumentsResourcePostgresTests extends DocumentsResourceTests {

	@DynamicPropertySource
	static void postgres(DynamicPropertyRegistry registry) {
		String url = SharedPostgres.nouvelleBase();
		registry.add("spring.datasource.url", () -> url);
		registry.add("spring.datasource.username", () -> "postgres");
	}

}
