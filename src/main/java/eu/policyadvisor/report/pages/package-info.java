/** What the templates under {@code src/main/jte} are made into. */
@NullMarked
package eu.policyadvisor.report.pages;

import org.jspecify.annotations.NullMarked;
