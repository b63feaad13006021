package org.compagnonnage.abonnement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import org.compagnonnage.partner.Refuse;
import org.compagnonnage.partner.TypeProbleme;

/** Describes the id of a subscription in the path of an operation. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(description = "Identifiant de l'abonnement.", example = SuiviAbonnement.EXEMPLE_ID)
@Refuse(type = TypeProbleme.INTROUVABLE, detail = AbonnementsDuPartenaire.INTROUVABLE)
@interface IdAbonnement {

}
