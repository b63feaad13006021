package org.compagnonnage.notification;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where letters go.
 *
 * @param dossier the folder that receives them as files; null: they leave through the
 * mail server
 */
@ConfigurationProperties("compagnonnage.courrier")
record CourrierSettings(Path dossier) {
}
