package org.compagnonnage.partner;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;

/** Describes the reference of a case in the path of an operation. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(description = "Référence du dossier.", example = "ADM-2026-000123")
@Refuse(type = TypeProbleme.INTROUVABLE, detail = DossiersDuPartenaire.INTROUVABLE)
@interface ReferenceDossier {

}
