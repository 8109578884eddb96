/** Assessments as text, JSON and Markdown: one class per format, each a pure function. */
@NullMarked
package eu.policyadvisor.report;

import org.jspecify.annotations.NullMarked;
