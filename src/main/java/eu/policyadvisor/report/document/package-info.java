/** Documents to read and to pass on: the brief in each form, and the report as a page. */
@NullMarked
package eu.policyadvisor.report.document;

import org.jspecify.annotations.NullMarked;
