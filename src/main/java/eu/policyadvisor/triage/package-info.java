/** What was decided about findings, or known of them, before: waivers and baselines. */
@NullMarked
package eu.policyadvisor.triage;

import org.jspecify.annotations.NullMarked;
