/**
 * The admission as partners reach it over REST.
 */
package org.compagnonnage.admission.web;
