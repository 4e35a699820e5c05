// Submits, adds, follows, reads and is refused: what each gave is one line of JSON.
const soap = require('soap');

const applicant = {
  firstName: 'Geneviève',
  lastName: 'Quatresols',
  email: 'g.q@example.fr',
  postalAddress: { street: '14 bis, chemin de la Tuilerie', postcode: '25970', city: 'Pontarlieu' },
};

function called(port, operation, message) {
  return new Promise((resolve, reject) => {
    port[operation](message, (error, answer) => (error ? reject(error) : resolve(answer)));
  });
}

async function main() {
  const client = await soap.createClientAsync(process.env.SOAP_WSDL);
  client.setSecurity(new soap.BasicAuthSecurity(process.env.SOAP_LOGIN, process.env.SOAP_SECRET));
  const port = client.Submissions.SubmissionsPort;
  const submitted = await called(port, 'submit', {
    idempotencyKey: process.env.SOAP_KEY,
    type: 'DIVERS',
    subject: 'Banc & lampadaire <cassés>',
    person: applicant,
    answer: [{ name: 'lieu', value: 'square' }],
    file: [{ name: 'photo.txt', content: Buffer.from('photo').toString('base64') }],
  });
  const submission = submitted.submission;
  const added = await called(port, 'addPiece', {
    submission,
    file: [{ name: 'domicile.txt', content: Buffer.from('facture').toString('base64') }],
  });
  const status = await called(port, 'status', { submission });
  const documents = await called(port, 'documents', { submission });
  const piece = documents.document.find((one) => one.name === 'domicile.txt');
  const whole = await called(port, 'documents', { submission, document: piece.id });
  const content = [].concat(whole.document)[0].content;
  const reply = await called(port, 'reply', { submission });
  let refused = null;
  try {
    await called(port, 'status', { submission: 1 });
  } catch (error) {
    refused = error.root.Envelope.Body.Fault.detail.problem;
  }
  console.log(
    JSON.stringify({
      submission: String(submission),
      trackingCode: submitted.trackingCode,
      acknowledgement: submitted.acknowledgement.kind,
      addition: String(added.addition),
      label: status.label,
      subject: status.subject,
      documents: documents.document.map((one) => one.name),
      content: Buffer.from(content, 'base64').toString(),
      reply: reply === null || reply.reply === undefined,
      refused: { status: Number(refused.status), code: refused.code },
    }),
  );
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
