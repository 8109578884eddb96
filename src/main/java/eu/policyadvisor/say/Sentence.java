package eu.policyadvisor.say;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Section;
import org.jspecify.annotations.Nullable;

/**
 * One fact, or one list that is empty or not known, read back.
 *
 * @param section the list
 * @param fact the fact; null where the sentence is about the list
 * @param text one line of plain English; text of the file stands in it as it was written
 */
public record Sentence(Section section, @Nullable Fact fact, String text) {}
