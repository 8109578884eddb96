/**
 * Rules as they are written: one parser, that of Drools, one tree with places, and the files that
 * hold them. Whatever asks the text of a rule asks here.
 */
@NullMarked
package eu.policyadvisor.engine.drl;

import org.jspecify.annotations.NullMarked;
