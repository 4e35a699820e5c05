package fr.vaguemestre.batch.demo;

import fr.vaguemestre.access.AgentAdministration;
import fr.vaguemestre.access.GroupAdministration;
import fr.vaguemestre.access.GroupWish;
import fr.vaguemestre.access.Perimeter;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.UnitAdministration;
import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.help.HelpContact;
import fr.vaguemestre.help.HelpContacts;
import fr.vaguemestre.organisation.AgentWish;
import fr.vaguemestre.organisation.DistributionLine;
import fr.vaguemestre.organisation.Function;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.UnitKind;
import fr.vaguemestre.organisation.UnitWish;
import fr.vaguemestre.qualification.Disposition;
import fr.vaguemestre.qualification.DocumentTypeWish;
import fr.vaguemestre.qualification.PriorityWish;
import fr.vaguemestre.qualification.Typology;
import fr.vaguemestre.signing.Griffes;
import fr.vaguemestre.template.AnswerKind;
import fr.vaguemestre.template.AnswerWish;
import fr.vaguemestre.template.StandardAnswers;
import fr.vaguemestre.template.Templates;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sets a demo town up as its administrator would on the screens. Bears being run again. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemoTownSetup {
  @Inject UnitAdministration units;
  @Inject AgentAdministration agents;
  @Inject GroupAdministration groups;
  @Inject Typology typology;
  @Inject Templates templates;
  @Inject StandardAnswers answers;
  @Inject Griffes griffes;
  @Inject Organisation organisation;
  @Inject DemoPasswords passwords;
  @Inject DemoBaskets baskets;
  @Inject HelpContacts help;
  @Inject DemoEntry entry;

  public void install(DemoTown town, Reader founder) {
    if (!typology.types().isEmpty()) {
      return;
    }
    town.units().forEach(u -> units.saveUnit(founder, unit(u), null));
    town.groups().stream()
        .filter(g -> !g.rights().contains(Right.ADMIN_ORGANISATION.name()))
        .forEach(g -> groups.saveGroups(founder, List.of(group(g))));
    town.agents().forEach(a -> agents.saveAgent(founder, agent(a), null));
    passwords.give(DemoLoader.PASSWORD);
    town.distributions().forEach(d -> units.saveDistribution(founder, d.unit(), lines(d)));
    priorities(town, founder);
    baskets.install(founder);
    entry.install(town, founder);
    entry.machines(town, founder);
    town.helpContacts().forEach(c -> help.save(founder, contact(c)));
    templates(town, founder);
    town.agents().stream()
        .filter(a -> signs(town, a))
        .forEach(
            a -> griffes.keep(passwords.reader(a.login()), new Griffe(a.fullName()).png(480, 180)));
    // Last: from here on the town counts as set up.
    types(town, founder);
    town.groups().stream()
        .filter(g -> g.rights().contains(Right.ADMIN_ORGANISATION.name()))
        .forEach(g -> groups.saveGroups(founder, List.of(group(g))));
  }

  private static UnitWish unit(DemoTown.Unit u) {
    return new UnitWish(
        u.code(),
        u.label(),
        u.shortLabel(),
        UnitKind.valueOf(u.kind().name()),
        u.parent(),
        u.email(),
        u.phone(),
        u.address());
  }

  private static AgentWish agent(DemoTown.Agent a) {
    return new AgentWish(
        a.login(),
        a.firstName(),
        a.lastName(),
        a.title(),
        a.jobTitle(),
        a.email(),
        a.phone(),
        a.posts().stream()
            .map(
                p ->
                    new AgentWish.Place(
                        p.unit(), Function.valueOf(p.function().name()), p.primary()))
            .toList(),
        a.groups());
  }

  private static HelpContact contact(DemoTown.HelpContact c) {
    return new HelpContact(
        HelpContact.Kind.valueOf(c.kind().name()), c.name(), c.email(), c.phone(), c.words());
  }

  private static GroupWish group(DemoTown.Group g) {
    return new GroupWish(g.code(), g.label(), rights(g), null);
  }

  private static Map<Right, Perimeter> rights(DemoTown.Group group) {
    return group.rights().stream()
        .map(written -> written.split(":"))
        .collect(
            Collectors.toMap(
                parts -> Right.valueOf(parts[0]),
                parts -> parts.length == 1 ? Perimeter.TOWN : Perimeter.valueOf(parts[1])));
  }

  private static List<DistributionLine> lines(DemoTown.Distribution d) {
    var lines = new ArrayList<DistributionLine>();
    if (d.destination() != null) {
      lines.add(new DistributionLine(DistributionLine.Role.ASSIGNEE, false, d.destination(), null));
    }
    d.copyUnits()
        .forEach(u -> lines.add(new DistributionLine(DistributionLine.Role.COPY, true, u, null)));
    d.copyAgents()
        .forEach(a -> lines.add(new DistributionLine(DistributionLine.Role.COPY, false, a, null)));
    return lines;
  }

  private void priorities(DemoTown town, Reader founder) {
    int position = 0;
    for (var p : town.priorities()) {
      typology.savePriority(
          founder, new PriorityWish(p.code(), p.label(), p.color(), p.days(), position++), null);
    }
  }

  private void types(DemoTown town, Reader founder) {
    Map<String, DemoTown.TypeNode> nodes =
        town.types().stream().collect(Collectors.toMap(DemoTown.TypeNode::code, n -> n));
    for (var node : town.types()) {
      if (node.rules() != null) {
        var family = nodes.get(node.parent());
        typology.saveType(founder, type(node, family, nodes.get(family.parent())), null);
      }
    }
  }

  private static DocumentTypeWish type(
      DemoTown.TypeNode node, DemoTown.TypeNode family, DemoTown.TypeNode domain) {
    var rules = node.rules();
    return new DocumentTypeWish(
        node.code(),
        node.label(),
        domain.label(),
        family.label(),
        rules.processDays(),
        Regime.valueOf(rules.regime().name()),
        rules.legalDelay(),
        rules.remindBefore(),
        rules.remindAfter(),
        rules.retention(),
        Disposition.valueOf(rules.disposition().name()),
        rules.defaultUnit(),
        true);
  }

  private void templates(DemoTown town, Reader founder) {
    template(founder, "REPONSE", "Réponse à un courrier", "reponse-courrier.docx", null);
    template(
        founder,
        "REPONSE_ODT",
        "Réponse à un courrier (LibreOffice)",
        "reponse-courrier.odt",
        null);
    template(founder, "ACCUSE", "Accusé de réception", "accuse-reception.docx", null);
    template(founder, "MESSAGE", "Message de la collectivité", "message.html", null);
    for (var t : town.templates()) {
      if (t.purpose() == DemoTown.Purpose.REPLY && t.unit() != null) {
        template(founder, t.code(), t.label(), "reponse-courrier.docx", t.unit());
      }
      if (t.purpose() != DemoTown.Purpose.ACKNOWLEDGEMENT) {
        answers.save(founder, answer(town, t), null);
      }
    }
  }

  /** What the general directorate writes serves the whole town. */
  private static AnswerWish answer(DemoTown town, DemoTown.Template t) {
    return new AnswerWish(
        null,
        t.purpose() == DemoTown.Purpose.NOTE ? AnswerKind.NOTE : AnswerKind.ANSWER,
        town.units().stream()
            .filter(u -> u.code().equals(t.unit()) && u.kind() != DemoTown.UnitKind.DG)
            .map(DemoTown.Unit::code)
            .findFirst()
            .orElse(null),
        t.label(),
        t.keywords(),
        String.join("\n\n", t.paragraphs()),
        true);
  }

  private void template(Reader founder, String code, String label, String file, String unit) {
    try (var bytes = Templates.class.getResourceAsStream("/templates/" + file)) {
      var kept = templates.receive(founder, file, bytes);
      templates.save(founder, code, label, unit, true, kept, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean signs(DemoTown town, DemoTown.Agent agent) {
    return town.groups().stream()
        .filter(g -> agent.groups().contains(g.code()))
        .anyMatch(g -> g.rights().contains(Right.SIGN.name()));
  }
}
