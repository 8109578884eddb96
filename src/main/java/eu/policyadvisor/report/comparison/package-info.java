/** Comparisons, a class for each format. */
@NullMarked
package eu.policyadvisor.report.comparison;

import org.jspecify.annotations.NullMarked;
