package org.compagnonnage.people;

import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts {@link InitialSetupFilter} in front of the web applications. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class InitialSetupConfiguration {

	@Bean
	FilterRegistrationBean<InitialSetupFilter> initialSetupFilter(CamundaBpmProperties camunda) {
		FilterRegistrationBean<InitialSetupFilter> registration = new FilterRegistrationBean<>(
				new InitialSetupFilter());
		registration.addUrlPatterns(camunda.getWebapp().getApplicationPath() + "/*");
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

}
