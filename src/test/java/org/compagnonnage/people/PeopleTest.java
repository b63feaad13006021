package org.compagnonnage.people;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/**
 * The application with one programme, a copy of the admission's rights, for the small
 * processes of {@link CasEssai}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ActiveProfiles("test")
@SpringBootTest(properties = { "organisation.programmes[0].programme=essai-acces",
		"organisation.programmes[0].processus=essai-acces,essai-evenement",
		"organisation.programmes[0].voir=referents,charges-administratifs,comptables,gerance,responsables",
		"organisation.programmes[0].agir=referents,charges-administratifs,gerance",
		"organisation.programmes[0].demarrer.essai-acces=referents,responsables",
		"organisation.programmes[0].demarrer.essai-evenement=referents,charges-administratifs,responsables" })
@interface PeopleTest {

}
