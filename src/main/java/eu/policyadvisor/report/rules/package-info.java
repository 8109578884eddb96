/** Reports about rules and their tests. */
@NullMarked
package eu.policyadvisor.report.rules;

import org.jspecify.annotations.NullMarked;
