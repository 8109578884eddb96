/** Explanations, a class for each format. */
@NullMarked
package eu.policyadvisor.report.explanation;

import org.jspecify.annotations.NullMarked;
