package org.compagnonnage.support;

import org.compagnonnage.calendar.BusinessCalendar;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.configuration.SpringDocSecurityConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.webmvc.core.configuration.MultipleOpenApiSupportConfiguration;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springdoc.webmvc.ui.SwaggerConfig;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The partner API behind a real web server and over a real database, without the engine:
 * a test says what the processes and the register of cases answer; files are kept.
 * Without a stereotype, so that the application's own scan does not find it.
 */
@ImportAutoConfiguration({ JacksonAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class,
		ServletWebServerFactoryAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
		WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class, HttpEncodingAutoConfiguration.class,
		ValidationAutoConfiguration.class, SecurityAutoConfiguration.class, SecurityFilterAutoConfiguration.class,
		DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
		TransactionAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
		FlywayAutoConfiguration.class, SpringDocConfiguration.class, SpringDocConfigProperties.class,
		SpringDocSecurityConfiguration.class, SpringDocWebMvcConfiguration.class,
		MultipleOpenApiSupportConfiguration.class, SwaggerConfig.class, SwaggerUiConfigProperties.class,
		SwaggerUiOAuthProperties.class })
@ComponentScan({ "org.compagnonnage.partner", "org.compagnonnage.abonnement", "org.compagnonnage.admission.web",
		"org.compagnonnage.mission.web", "org.compagnonnage.consulaire.web", "org.compagnonnage.centre.web" })
@ComponentScan(basePackages = "org.compagnonnage.document", useDefaultFilters = false,
		includeFilters = @Filter(type = FilterType.REGEX, pattern = ".+\\.(Depot|Documents|TypesFichiers)"))
@ConfigurationPropertiesScan({ "org.compagnonnage.partner", "org.compagnonnage.abonnement",
		"org.compagnonnage.organisation", "org.compagnonnage.document" })
@Import(BusinessCalendar.class)
public class PartnerApplication {

	@Bean
	MutableClock clock() {
		return new MutableClock();
	}

}
