// Loaded before the command line in tests: any attempt to reach the network ends the process with its own exit code.
import dgram from "node:dgram";
import dns from "node:dns";
import net from "node:net";

function refuse() {
  process.stderr.write("tried to reach the network\n");
  process.exit(99);
}

net.Socket.prototype.connect = refuse;
dgram.Socket.prototype.send = refuse;
dgram.Socket.prototype.connect = refuse;
dns.lookup = refuse;
dns.promises.lookup = refuse;
globalThis.fetch = refuse;
