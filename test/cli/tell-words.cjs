// Tells the words that it was called with, as a shell has understood them.
process.stdout.write(`\n<<${JSON.stringify(process.argv.slice(2))}>>\n<<done>>\n`);
